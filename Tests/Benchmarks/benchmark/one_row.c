/* Opens a ledger's file as the program does, and commits one row: the least that recording can cost.
   Built with cc one_row.c -lsqlite3; its argument is the file, which has a table one_row(text). */
#include <sqlite3.h>
#include <stdio.h>

static const char *const statements[] = {
  "PRAGMA synchronous = 3", "PRAGMA foreign_keys = 1", "PRAGMA recursive_triggers = 1", "PRAGMA trusted_schema = 0",
  "PRAGMA cell_size_check = 1", "PRAGMA mmap_size = 0", "PRAGMA temp_store = 2", "PRAGMA cache_size = -65536",
  "BEGIN IMMEDIATE", "INSERT INTO one_row VALUES ('D001,100.00,USD,2025-12-31')", "COMMIT",
};

int main(int count, char **words) {
  sqlite3 *database;
  if (count != 2 || sqlite3_open_v2(words[1], &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) return 1;
  for (size_t place = 0; place < sizeof statements / sizeof *statements; place++)
    if (sqlite3_exec(database, statements[place], NULL, NULL, NULL) != SQLITE_OK) {
      fprintf(stderr, "%s: %s\n", statements[place], sqlite3_errmsg(database));
      return 1;
    }
  return sqlite3_close(database) != SQLITE_OK;
}

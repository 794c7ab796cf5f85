#ifndef CPCJF_CSQLITE_H
#define CPCJF_CSQLITE_H

/* sqlite3_db_config is variadic, which Swift cannot call. Each function sets one switch of an
   open connection (an sqlite3 *), and answers what the switch then reads, or -1. */
int cpcjf_defensive(void *connection);
int cpcjf_trusted_schema_off(void *connection);
int cpcjf_load_extension_off(void *connection);

#endif

/* Preloaded: writes down what is done to the files under a folder, so that it can be replayed up to any point.
   IOLOG=/file IOLOG_UNDER=/folder
   A record: a letter, the path's length (2 bytes), offset, length of the data (8 bytes each), path, data.
   C created, T truncated to the offset, W written, F synced, U unlinked, R renamed and L linked (the data: the new name). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = dlsym(RTLD_NEXT, name)

static pthread_mutex_t one_by_one = PTHREAD_MUTEX_INITIALIZER;

static int is_ours(const char *path)
{
  const char *under = getenv("IOLOG_UNDER");
  return under && getenv("IOLOG") && !strncmp(path, under, strlen(under));
}

static int named(int descriptor, char *path)
{
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t end = readlink(link, path, 4095);
  if (end < 0) return 0;
  path[end] = 0;
  return is_ours(path) && !strstr(path, " (deleted)");
}

static void record(char what, const char *path, uint64_t offset, const void *data, uint64_t size)
{
  static int log = -1;
  static ssize_t (*put)(int, const void *, size_t);
  static int (*opened)(const char *, int, ...);
  uint16_t length = strlen(path);
  pthread_mutex_lock(&one_by_one);
  if (!put) put = dlsym(RTLD_NEXT, "write");
  if (!opened) opened = dlsym(RTLD_NEXT, "open64");
  if (log < 0) log = opened(getenv("IOLOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  char *bytes = malloc(19 + length + size);
  bytes[0] = what;
  memcpy(bytes + 1, &length, 2);
  memcpy(bytes + 3, &offset, 8);
  memcpy(bytes + 11, &size, 8);
  memcpy(bytes + 19, path, length);
  if (size) memcpy(bytes + 19 + length, data, size);
  if (put(log, bytes, 19 + length + size) != (ssize_t)(19 + length + size)) abort();
  free(bytes);
  pthread_mutex_unlock(&one_by_one);
}

static int opening(const char *path, int flags, mode_t mode)
{
  REAL(int, "open64", const char *, int, ...);
  int is_new = (flags & O_CREAT) && access(path, F_OK);
  int descriptor = real(path, flags, mode);
  if (descriptor >= 0 && is_ours(path)) {
    if (is_new) record('C', path, 0, NULL, 0);
    else if (flags & O_TRUNC) record('T', path, 0, NULL, 0);
  }
  return descriptor;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) \
  { \
    mode_t mode = 0; \
    if (flags & O_CREAT) { \
      va_list rest; \
      va_start(rest, flags); \
      mode = va_arg(rest, mode_t); \
      va_end(rest); \
    } \
    return opening(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

ssize_t pwrite64(int descriptor, const void *data, size_t size, off_t at)
{
  char path[4096];
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  ssize_t written = real(descriptor, data, size, at);
  if (written > 0 && named(descriptor, path)) record('W', path, at, data, written);
  return written;
}

ssize_t write(int descriptor, const void *data, size_t size)
{
  char path[4096];
  REAL(ssize_t, "write", int, const void *, size_t);
  off_t at = lseek(descriptor, 0, SEEK_CUR);
  ssize_t written = real(descriptor, data, size);
  if (written > 0 && at >= 0 && named(descriptor, path)) record('W', path, at, data, written);
  return written;
}

static int synced(int (*real)(int), int descriptor)
{
  char path[4096];
  int result = real(descriptor);
  if (!result && named(descriptor, path)) record('F', path, 0, NULL, 0);
  return result;
}

int fsync(int descriptor) { REAL(int, "fsync", int); return synced(real, descriptor); }
int fdatasync(int descriptor) { REAL(int, "fdatasync", int); return synced(real, descriptor); }

int ftruncate64(int descriptor, off_t size)
{
  char path[4096];
  REAL(int, "ftruncate64", int, off_t);
  int result = real(descriptor, size);
  if (!result && named(descriptor, path)) record('T', path, size, NULL, 0);
  return result;
}
int ftruncate(int descriptor, off_t size) { return ftruncate64(descriptor, size); }

int unlink(const char *path)
{
  REAL(int, "unlink", const char *);
  int result = real(path);
  if (!result && is_ours(path)) record('U', path, 0, NULL, 0);
  return result;
}

static int moved(char what, int result, const char *from, const char *to)
{
  if (!result && is_ours(from)) record(what, from, 0, to, strlen(to));
  return result;
}

int rename(const char *from, const char *to)
{
  REAL(int, "rename", const char *, const char *);
  return moved('R', real(from, to), from, to);
}
int link(const char *from, const char *to)
{
  REAL(int, "link", const char *, const char *);
  return moved('L', real(from, to), from, to);
}

/* Preloaded: the N-th read or write of a file under a folder moves half of its bytes, as the system may.
   SHORT=pwrite64:3  SHORT_UNDER=/folder  SHORT_DONE=/file (made when it happened) */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int counted;

static size_t shorter(const char *call, int descriptor, size_t size)
{
  const char *wanted = getenv("SHORT"), *under = getenv("SHORT_UNDER"), *done = getenv("SHORT_DONE");
  char link[64], path[4096];
  size_t length = strlen(call);
  if (!wanted || !under || !done || size < 2) return size;
  if (strncmp(wanted, call, length) || wanted[length] != ':') return size;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t end = readlink(link, path, sizeof path - 1);
  if (end < 0) return size;
  path[end] = 0;
  if (strncmp(path, under, strlen(under)) || ++counted != atoi(wanted + length + 1)) return size;
  close(open(done, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  return size / 2;
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off_t at)
{
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  return real(descriptor, data, shorter("pwrite64", descriptor, size), at);
}

ssize_t pread64(int descriptor, void *data, size_t size, off_t at)
{
  static ssize_t (*real)(int, void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pread64");
  return real(descriptor, data, shorter("pread64", descriptor, size), at);
}

ssize_t write(int descriptor, const void *data, size_t size)
{
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  return real(descriptor, data, shorter("write", descriptor, size));
}

ssize_t read(int descriptor, void *data, size_t size)
{
  static ssize_t (*real)(int, void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "read");
  return real(descriptor, data, shorter("read", descriptor, size));
}

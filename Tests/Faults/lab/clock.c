/* Preloaded: the clock says CLOCK_AT, in seconds since 1970, and stands still. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

int clock_gettime(clockid_t clock, struct timespec *instant)
{
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
  const char *at = getenv("CLOCK_AT");
  if (clock != CLOCK_REALTIME || !at) return real(clock, instant);
  instant->tv_sec = atoll(at);
  instant->tv_nsec = 0;
  return 0;
}

time_t time(time_t *result)
{
  struct timespec instant;
  clock_gettime(CLOCK_REALTIME, &instant);
  if (result) *result = instant.tv_sec;
  return instant.tv_sec;
}

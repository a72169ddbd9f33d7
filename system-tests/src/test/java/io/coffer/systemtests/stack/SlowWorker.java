package io.coffer.systemtests.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tests of this class have a worker that reads {@value #MEGABYTES_PER_SECOND} MB a second, so
 * that something can happen while it works. Without it the worker is as fast as it can.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SlowWorker {

  int MEGABYTES_PER_SECOND = 6;
}

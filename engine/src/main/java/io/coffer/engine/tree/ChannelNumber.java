package io.coffer.engine.tree;

import java.io.FileDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.util.OptionalInt;

/**
 * By which number the system knows an open channel. Java keeps it to itself; up to Java 21, where
 * nothing else leads to one, this looks into the channel, as the module {@code jdk.unsupported}
 * lets everybody.
 */
final class ChannelNumber {
  private record Peek(Object unsafe, Method object, Method number, long inChannel, long inFile) {}

  private static final Peek PEEK = peek();

  private ChannelNumber() {}

  /** Empty where this Java does not tell. */
  static OptionalInt of(FileChannel channel) {
    if (PEEK == null) {
      return OptionalInt.empty();
    }
    try {
      Object file = PEEK.object.invoke(PEEK.unsafe, channel, PEEK.inChannel);
      return OptionalInt.of((int) PEEK.number.invoke(PEEK.unsafe, file, PEEK.inFile));
    } catch (ReflectiveOperationException e) {
      return OptionalInt.empty();
    }
  }

  private static Peek peek() {
    if (Runtime.version().feature() >= 22) {
      return null;
    }
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field only = type.getDeclaredField("theUnsafe");
      only.setAccessible(true);
      Object unsafe = only.get(null);
      Method offset = type.getMethod("objectFieldOffset", Field.class);
      Field inChannel = Class.forName("sun.nio.ch.FileChannelImpl").getDeclaredField("fd");
      Field inFile = FileDescriptor.class.getDeclaredField("fd");
      return new Peek(
          unsafe,
          type.getMethod("getObject", Object.class, long.class),
          type.getMethod("getInt", Object.class, long.class),
          (long) offset.invoke(unsafe, inChannel),
          (long) offset.invoke(unsafe, inFile));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}

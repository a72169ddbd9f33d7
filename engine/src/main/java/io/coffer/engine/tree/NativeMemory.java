package io.coffer.engine.tree;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that the C library reads and writes. It stays where it is as long as this is reachable.
 */
final class NativeMemory {
  private final ByteBuffer bytes;
  private final long address;

  /** From Java 22 on. */
  NativeMemory(int length) {
    bytes = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    try {
      Class<?> segments = Class.forName("java.lang.foreign.MemorySegment");
      Object segment = segments.getMethod("ofBuffer", Buffer.class).invoke(null, bytes);
      address = (long) segments.getMethod("address").invoke(segment);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  ByteBuffer bytes() {
    return bytes;
  }

  /** Of its first byte. */
  long address() {
    return address;
  }

  /** Copies bytes behind those copied before; the answer is where they lie. */
  long put(byte[] more) {
    int begin = bytes.position();
    bytes.put(more);
    return address + begin;
  }
}

package io.coffer.engine.tree;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The few calls of the C library that Java has no other way to: reached from Java 22 on, by
 * reflection, since this is compiled for 17. All of them may wait for a disk that does not answer,
 * so none is made in a way that would keep the collector waiting meanwhile.
 */
final class Libc {
  private static final int SCRATCH_BYTES = 64 * 1024;
  private static final ThreadLocal<ByteBuffer> SCRATCH =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SCRATCH_BYTES));

  private Libc() {}

  /** A path as the C library wants it. */
  static byte[] path(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /**
   * A function; empty where this Java does not reach it. Of its pointers, a {@code byte[]} is what
   * the call reads and a direct {@code ByteBuffer} what it may write, from the buffer's position
   * on. To link one takes milliseconds, so whoever may do without should ask when it is needed.
   */
  static Optional<MethodHandle> function(String name, Class<?> result, Class<?>... arguments) {
    if (Runtime.version().feature() < 22) {
      return Optional.empty();
    }
    try {
      return Optional.of(link(name, result, arguments));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static MethodHandle link(String name, Class<?> result, Class<?>... arguments)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName("java.lang.foreign.Linker");
    Object linker = type.getMethod("nativeLinker").invoke(null);
    Object lookup = type.getMethod("defaultLookup").invoke(linker);
    Class<?> layouts = Class.forName("java.lang.foreign.ValueLayout");
    Class<?> layout = Class.forName("java.lang.foreign.MemoryLayout");
    Object argumentLayouts = Array.newInstance(layout, arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      Array.set(argumentLayouts, i, layout(layouts, arguments[i]));
    }
    Class<?> descriptors = Class.forName("java.lang.foreign.FunctionDescriptor");
    Object descriptor =
        descriptors
            .getMethod("of", layout, argumentLayouts.getClass())
            .invoke(null, layout(layouts, result), argumentLayouts);
    Object noOptions = Array.newInstance(Class.forName("java.lang.foreign.Linker$Option"), 0);
    Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
    Optional<?> symbol =
        (Optional<?>)
            Class.forName("java.lang.foreign.SymbolLookup")
                .getMethod("find", String.class)
                .invoke(lookup, name);
    MethodHandle handle =
        (MethodHandle)
            type.getMethod("downcallHandle", segment, descriptors, noOptions.getClass())
                .invoke(linker, symbol.orElseThrow(), descriptor, noOptions);
    MethodHandles.Lookup here = MethodHandles.lookup();
    MethodHandle written =
        here.findStatic(segment, "ofBuffer", MethodType.methodType(segment, Buffer.class))
            .asType(MethodType.methodType(segment, ByteBuffer.class));
    MethodType copying = MethodType.methodType(ByteBuffer.class, byte[].class);
    MethodHandle read =
        MethodHandles.filterReturnValue(here.findStatic(Libc.class, "copied", copying), written);
    for (int i = 0; i < arguments.length; i++) {
      if (isPointer(arguments[i])) {
        handle =
            MethodHandles.filterArguments(handle, i, arguments[i] == byte[].class ? read : written);
      }
    }
    return handle;
  }

  private static Object layout(Class<?> layouts, Class<?> type)
      throws ReflectiveOperationException {
    String field = isPointer(type) ? "ADDRESS" : type == int.class ? "JAVA_INT" : "JAVA_LONG";
    return layouts.getField(field).get(null);
  }

  private static boolean isPointer(Class<?> type) {
    return type == byte[].class || type == ByteBuffer.class;
  }

  /**
   * The bytes where the collector does not move them, until this thread has copied some more: a
   * call has few pointers, and each takes at most a quarter of the place.
   */
  private static ByteBuffer copied(byte[] bytes) {
    if (bytes.length > SCRATCH_BYTES / 4) {
      return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
    ByteBuffer scratch = SCRATCH.get();
    if (scratch.remaining() < bytes.length) {
      scratch.clear();
    }
    int begin = scratch.position();
    scratch.put(bytes);
    return scratch.slice(begin, bytes.length);
  }
}

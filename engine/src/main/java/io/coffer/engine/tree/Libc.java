package io.coffer.engine.tree;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The few calls of the C library that Java has no other way to: reached from Java 22 on, by
 * reflection, since this is compiled for 17. Pointers are passed as arrays.
 */
final class Libc {
  private Libc() {}

  /** A path as the C library wants it. */
  static byte[] path(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /**
   * A function, with {@code byte[]} for each pointer; empty where this Java does not reach it. To
   * link one takes milliseconds, so whoever may do without should ask when it is needed.
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
    Class<?> option = Class.forName("java.lang.foreign.Linker$Option");
    Object options = Array.newInstance(option, 1);
    Array.set(options, 0, option.getMethod("critical", boolean.class).invoke(null, true));
    Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
    Optional<?> symbol =
        (Optional<?>)
            Class.forName("java.lang.foreign.SymbolLookup")
                .getMethod("find", String.class)
                .invoke(lookup, name);
    MethodHandle handle =
        (MethodHandle)
            type.getMethod("downcallHandle", segment, descriptors, options.getClass())
                .invoke(linker, symbol.orElseThrow(), descriptor, options);
    MethodHandle ofArray =
        MethodHandles.publicLookup()
            .findStatic(segment, "ofArray", MethodType.methodType(segment, byte[].class));
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == byte[].class) {
        handle = MethodHandles.filterArguments(handle, i, ofArray);
      }
    }
    return handle;
  }

  private static Object layout(Class<?> layouts, Class<?> type)
      throws ReflectiveOperationException {
    String field = type == byte[].class ? "ADDRESS" : type == int.class ? "JAVA_INT" : "JAVA_LONG";
    return layouts.getField(field).get(null);
  }
}

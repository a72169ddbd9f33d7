package io.coffer.engine.tree;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The few calls of the C library that Java has no other way to: reached from Java 22 on, by
 * reflection, since this is compiled for 17. Pointers are passed as arrays.
 */
final class Libc {
  private static final Optional<Libc> INSTANCE = find();

  private final Object linker;
  private final Object lookup;

  private Libc(Object linker, Object lookup) {
    this.linker = linker;
    this.lookup = lookup;
  }

  static Optional<Libc> instance() {
    return INSTANCE;
  }

  /** A path as the C library wants it. */
  static byte[] path(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /** A function, with {@code byte[]} for each pointer. */
  MethodHandle function(String name, Class<?> result, Class<?>... arguments) {
    try {
      Class<?> layouts = Class.forName("java.lang.foreign.ValueLayout");
      Class<?> layout = Class.forName("java.lang.foreign.MemoryLayout");
      Object argumentLayouts = Array.newInstance(layout, arguments.length);
      for (int i = 0; i < arguments.length; i++) {
        Array.set(argumentLayouts, i, layout(layouts, arguments[i]));
      }
      Object descriptor =
          Class.forName("java.lang.foreign.FunctionDescriptor")
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
              Class.forName("java.lang.foreign.Linker")
                  .getMethod("downcallHandle", segment, descriptorType(), options.getClass())
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
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> descriptorType() throws ClassNotFoundException {
    return Class.forName("java.lang.foreign.FunctionDescriptor");
  }

  private static Object layout(Class<?> layouts, Class<?> type)
      throws ReflectiveOperationException {
    String field = type == byte[].class ? "ADDRESS" : type == int.class ? "JAVA_INT" : "JAVA_LONG";
    return layouts.getField(field).get(null);
  }

  private static Optional<Libc> find() {
    if (Runtime.version().feature() < 22) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName("java.lang.foreign.Linker");
      Object linker = type.getMethod("nativeLinker").invoke(null);
      Object lookup = type.getMethod("defaultLookup").invoke(linker);
      Libc libc = new Libc(linker, lookup);
      libc.function("mknod", int.class, byte[].class, int.class, long.class);
      return Optional.of(libc);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException
        | RuntimeException
        | LinkageError e) {
      return Optional.empty();
    }
  }
}

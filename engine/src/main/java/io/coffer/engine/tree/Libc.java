package io.coffer.engine.tree;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The few calls of the C library that Java has no other way to: reached from Java 22 on, by
 * reflection, since this is compiled for 17. All of them may wait for a disk that does not answer,
 * so none is made in a way that would keep the collector waiting meanwhile.
 *
 * <p>To link a function of a new shape takes milliseconds, which a short command would notice. So
 * all have one: {@value #MOST_NUMBERS} numbers as wide as a register, of which a function looks at
 * as many, and at as much of each, as it takes. So do all machines of 64 bits.
 */
final class Libc {
  static final int MOST_NUMBERS = 5;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /** A function of the C library. */
  static final class Function {
    private final Object address;

    private Function(Object address) {
      this.address = address;
    }

    /** Calls it with its arguments, addresses among them. One that answers an int fills half. */
    long call(long... arguments) {
      long[] all = Arrays.copyOf(arguments, MOST_NUMBERS);
      try {
        return (long) Shape.CALL.invokeExact(address, all[0], all[1], all[2], all[3], all[4]);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Shape {
    static final MethodHandle CALL = link();
  }

  private Libc() {}

  /** A function that takes numbers and addresses; empty where this Java does not reach it. */
  static Optional<Function> function(String name) {
    if (Runtime.version().feature() < 22
        || !"64".equals(System.getProperty("sun.arch.data.model"))) {
      return Optional.empty();
    }
    try {
      return Shape.CALL == null ? Optional.empty() : find(name).map(Function::new);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Where a path lies for the C library, as {@link #copied} says. */
  static long path(String raw) {
    return copied((raw + '\0').getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Where bytes lie that a function reads, until this thread has copied some more. */
  static long copied(byte[] bytes) {
    return SCRATCH.get().copied(bytes);
  }

  private static Optional<?> find(String name) throws ReflectiveOperationException {
    Class<?> lookups = Class.forName("java.lang.foreign.SymbolLookup");
    Object lookup = linkerType().getMethod("defaultLookup").invoke(linker());
    return (Optional<?>) lookups.getMethod("find", String.class).invoke(lookup, name);
  }

  private static MethodHandle link() {
    try {
      Class<?> layout = Class.forName("java.lang.foreign.MemoryLayout");
      Object number =
          Class.forName("java.lang.foreign.ValueLayout").getField("JAVA_LONG").get(null);
      Object[] numbers = (Object[]) Array.newInstance(layout, MOST_NUMBERS);
      Arrays.fill(numbers, number);
      Class<?> descriptors = Class.forName("java.lang.foreign.FunctionDescriptor");
      Object descriptor =
          descriptors.getMethod("of", layout, numbers.getClass()).invoke(null, number, numbers);
      Object noOptions = Array.newInstance(Class.forName("java.lang.foreign.Linker$Option"), 0);
      MethodHandle handle =
          (MethodHandle)
              linkerType()
                  .getMethod("downcallHandle", descriptors, noOptions.getClass())
                  .invoke(linker(), descriptor, noOptions);
      return handle.asType(handle.type().changeParameterType(0, Object.class));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  private static Class<?> linkerType() throws ReflectiveOperationException {
    return Class.forName("java.lang.foreign.Linker");
  }

  private static Object linker() throws ReflectiveOperationException {
    return linkerType().getMethod("nativeLinker").invoke(null);
  }

  /** A call takes few arrays, and each gets at most a part of the place, or one of its own. */
  private static final class Scratch {
    private static final int BYTES = 64 * 1024;

    private final NativeMemory memory = new NativeMemory(BYTES);
    private final NativeMemory[] large = new NativeMemory[MOST_NUMBERS];
    private int copies;

    long copied(byte[] bytes) {
      copies++;
      if (bytes.length > BYTES / MOST_NUMBERS) {
        NativeMemory own = new NativeMemory(bytes.length);
        large[copies % MOST_NUMBERS] = own;
        return own.put(bytes);
      }
      if (memory.bytes().remaining() < bytes.length) {
        memory.bytes().clear();
      }
      return memory.put(bytes);
    }
  }
}

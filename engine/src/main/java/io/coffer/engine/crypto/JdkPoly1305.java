package io.coffer.engine.crypto;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;

/**
 * The JDK's own Poly1305, which newer JVMs run on vector units. It is reached only with {@code
 * --add-opens java.base/com.sun.crypto.provider=ALL-UNNAMED}, and used only if it agrees with the
 * portable one.
 */
final class JdkPoly1305 implements Poly1305 {
  private record Handles(
      MethodHandle create, MethodHandle init, MethodHandle update, MethodHandle finish) {}

  private static final Handles HANDLES = find();
  private static final boolean AVAILABLE = HANDLES != null && agrees();

  private final Object mac;

  JdkPoly1305() {
    try {
      mac = (Object) HANDLES.create.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean available() {
    return AVAILABLE;
  }

  @Override
  public void begin(byte[] key) {
    try {
      HANDLES.init.invokeExact(
          mac, (Key) new SecretKeySpec(key, "Poly1305"), (AlgorithmParameterSpec) null);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void update(byte[] data, int offset, int length) {
    try {
      for (int at = 0; at < length; at += Sealer.SLICE) {
        HANDLES.update.invokeExact(mac, data, offset + at, Math.min(Sealer.SLICE, length - at));
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void finish(byte[] tag, int tagOffset) {
    try {
      byte[] result = (byte[]) HANDLES.finish.invokeExact(mac);
      System.arraycopy(result, 0, tag, tagOffset, TAG_BYTES);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Handles find() {
    try {
      Class<?> type = Class.forName("com.sun.crypto.provider.Poly1305");
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle create = lookup.findConstructor(type, MethodType.methodType(void.class));
      MethodHandle init =
          lookup.findVirtual(
              type,
              "engineInit",
              MethodType.methodType(void.class, Key.class, AlgorithmParameterSpec.class));
      MethodHandle update =
          lookup.findVirtual(
              type,
              "engineUpdate",
              MethodType.methodType(void.class, byte[].class, int.class, int.class));
      MethodHandle finish =
          lookup.findVirtual(type, "engineDoFinal", MethodType.methodType(byte[].class));
      return new Handles(
          create.asType(MethodType.methodType(Object.class)),
          init.asType(
              MethodType.methodType(
                  void.class, Object.class, Key.class, AlgorithmParameterSpec.class)),
          update.asType(
              MethodType.methodType(void.class, Object.class, byte[].class, int.class, int.class)),
          finish.asType(MethodType.methodType(byte[].class, Object.class)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static boolean agrees() {
    Random random = new Random(1305);
    byte[] key = new byte[32];
    byte[] expected = new byte[TAG_BYTES];
    byte[] actual = new byte[TAG_BYTES];
    try {
      JdkPoly1305 jdk = new JdkPoly1305();
      for (int length : new int[] {0, 1, 15, 16, 17, 255, 256, 1024, 4099}) {
        byte[] data = new byte[length];
        random.nextBytes(data);
        random.nextBytes(key);
        jdk.tag(key, data, 0, length, actual, 0);
        new PortablePoly1305().tag(key, data, 0, length, expected, 0);
        if (!Arrays.equals(expected, actual)) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}

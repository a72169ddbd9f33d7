package io.coffer.billing.order;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.envelope.Envelope;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The ids of orders that people see: {@code CS}, the minute, and five capitals or digits. The five
 * come out of the id of the command, which was drawn at the edge.
 */
public final class OrderIds {

  /** So many may be taken by others before no order can be made of a command. */
  private static final int TRIES = 4;

  private static final BigInteger SUFFIXES = BigInteger.valueOf(36).pow(5);

  private OrderIds() {}

  /** The ids that the order of a command may have, the first that is free being the one. */
  public static List<String> of(Envelope envelope, OrderSettings settings) {
    return of(envelope.id(), envelope.time(), settings.zone());
  }

  static List<String> of(UUID command, Instant time, ZoneId zone) {
    String minute =
        DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(zone).format(time);
    return IntStream.range(0, TRIES).mapToObj(i -> "CS" + minute + suffix(command, i)).toList();
  }

  private static String suffix(UUID command, int place) {
    UUID drawn = DerivedId.of(command, "order" + place);
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(drawn.getMostSignificantBits())
            .putLong(drawn.getLeastSignificantBits())
            .array();
    String digits = new BigInteger(1, bytes).mod(SUFFIXES).toString(36).toUpperCase(Locale.ROOT);
    return "0".repeat(5 - digits.length()) + digits;
  }
}

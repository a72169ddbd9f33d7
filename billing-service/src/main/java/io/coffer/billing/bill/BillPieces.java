package io.coffer.billing.bill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.billing.metering.VaultRange;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A bill as pieces of JSON, each with the lines of some vaults: it never is in memory as a whole.
 * The total stands behind the lines.
 */
final class BillPieces {

  /** In a month of hours they have some 150,000 lines to be added up, which takes a second. */
  static final int VAULTS = 200;

  private static final String START = "\"lines\":[";

  /** Where ids begin that come first in a bill, since they are numbers below zero. */
  private static final UUID HALF = new UUID(Long.MIN_VALUE, 0);

  private static final VaultRange BEFORE = new VaultRange(HALF, null);
  private static final VaultRange BEHIND = new VaultRange(null, HALF);

  private final BillWriter.Writing bill;
  private VaultRange rest = BEFORE;
  private boolean behind;
  private boolean begun;
  private boolean separated;

  BillPieces(BillWriter.Writing bill) {
    this.bill = bill;
  }

  /** Where some read lines that the next piece has. */
  interface Source {
    /** So many vaults, the first of these. */
    Uni<VaultRange> first(int many, VaultRange vaults);

    Uni<List<MonthLine>> lines(VaultRange vaults);
  }

  boolean ended() {
    return rest == null;
  }

  /** The next piece. */
  Uni<byte[]> read(Source source) {
    return source
        .first(VAULTS, rest)
        .chain(some -> source.lines(some).map(used -> piece(some, used)));
  }

  private byte[] piece(VaultRange some, List<MonthLine> used) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    if (!begun) {
      byte[] empty = empty();
      piece.write(empty, 0, place(empty));
      begun = true;
    }
    for (Bill.Line line : bill.lines(used)) {
      if (separated) {
        piece.write(',');
      }
      separated = true;
      piece.writeBytes(json(line));
    }
    rest = some.behind(rest);
    if (rest == null && !behind) {
      rest = BEHIND;
      behind = true;
    }
    if (rest == null) {
      byte[] empty = empty();
      piece.write(empty, place(empty), empty.length - place(empty));
    }
    return piece.toByteArray();
  }

  private byte[] empty() {
    return Answer.ok(Map.of("bill", bill.bill(List.of()))).bytes();
  }

  private static int place(byte[] empty) {
    return new String(empty, UTF_8).indexOf(START) + START.length();
  }

  private static byte[] json(Bill.Line line) {
    try {
      return Json.MAPPER.writeValueAsBytes(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

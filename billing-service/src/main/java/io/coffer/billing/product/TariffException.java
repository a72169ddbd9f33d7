package io.coffer.billing.product;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The files of products and prices cannot be used; the message has all that is wrong. */
public final class TariffException extends RuntimeException {

  TariffException(List<Fault> faults) {
    super(
        "the products and prices cannot be used:\n  "
            + faults.stream().map(Fault::toString).collect(joining("\n  ")));
  }
}

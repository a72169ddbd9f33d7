package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a project is charged for what it used. */
public sealed interface BillEvent extends Event {

  /**
   * An hour is over and was charged, or a part of it was. One that comes later stands in the place
   * of what was charged for the same part before: something that happened in the hour had not been
   * heard of.
   *
   * @param hourId made of project and hour
   * @param hour when it began
   * @param currency of all amounts
   * @param lines what was used, and what each part of it costs
   * @param charge what the month costs more with this than before, in the digits of the currency:
   *     all charges of a month together are what the month costs, rounded once
   * @param part whose lines these are; null for all of the hour, and absent on the wire then
   */
  @WireName("coffer.bill.hour-closed.v1")
  record HourClosed(
      UUID hourId,
      Instant hour,
      String month,
      String region,
      String currency,
      List<UsageLine> lines,
      String charge,
      Instant closedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) HourPart part)
      implements BillEvent {}

  /**
   * A part of what a vault used in an hour.
   *
   * @param measure {@code capacity}, {@code stored}, or {@code overrun} for what a vault that is
   *     paid in advance stores beyond its capacity
   * @param byteMillis bytes times milliseconds
   * @param packageId the resource package that it was taken from, so that it costs nothing; null
   *     for none
   * @param price of a gigabyte for an hour, also where a package covers it; null where nobody sells
   *     it
   */
  record UsageLine(
      UUID vaultId,
      String vaultName,
      String specCode,
      String measure,
      BigInteger byteMillis,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID packageId,
      @JsonInclude(JsonInclude.Include.NON_NULL) String price) {}
}

package io.coffer.gateway.order;

import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;

/** The time that something is bought for, as a body has it. */
public record Terms(String periodType, int periodNum, boolean autoRenew, boolean autoPay) {

  private static final int MOST_MONTHS = 9;
  private static final int MOST_YEARS = 5;
  private static final int YEAR = 3;

  /**
   * Reads the fields of an object.
   *
   * @param at the path of the object with a dot behind, or nothing
   */
  public static Terms of(Body body, String at) {
    String type = body.text("period_type");
    if (type == null) {
      throw ApiException.invalid(
          at + "period_type is mandatory if " + at + "charging_mode is pre_paid.");
    }
    Integer number = body.number("period_num");
    if (number == null) {
      throw ApiException.invalid(
          at + "period_num is mandatory if " + at + "charging_mode is pre_paid.");
    }
    check(at, type, number);
    return new Terms(type, number, body.flag("is_auto_renew"), body.flag("is_auto_pay"));
  }

  /** Reads the fields where the unit is a number, and whether it is paid at once one too. */
  static Terms ofNumbers(Body body) {
    String type = body.number("period_type") == YEAR ? "year" : "month";
    int number = body.number("period_num");
    check("", type, number);
    return new Terms(type, number, false, body.number("is_auto_pay") == 1);
  }

  private static void check(String at, String type, int number) {
    int most = type.equals("year") ? MOST_YEARS : MOST_MONTHS;
    if (number < 1 || number > most) {
      throw ApiException.invalid(
          at + "period_num must be from 1 to " + most + " for the period_type " + type + ".");
    }
  }
}

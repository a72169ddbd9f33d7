package io.coffer.gateway.order;

import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;

/** The time that something is bought for, as a body has it. */
public record Terms(String periodType, int periodNum, boolean autoRenew, boolean autoPay) {

  private static final int MOST_MONTHS = 9;
  private static final int MOST_YEARS = 5;

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
    int most = type.equals("year") ? MOST_YEARS : MOST_MONTHS;
    if (number < 1 || number > most) {
      throw ApiException.invalid(
          at + "period_num must be from 1 to " + most + " for the period_type " + type + ".");
    }
    return new Terms(type, number, body.flag("is_auto_renew"), body.flag("is_auto_pay"));
  }
}

package io.coffer.gateway.vault;

import io.coffer.contracts.vault.BackupCommand.SetExpiration;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of PUT /vaults/{vault_id}/update-backup-expiration-time. */
record ExpirationBody(LocalDate day, ZoneOffset zone) {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern ZONE = Pattern.compile("UTC ?([+-][0-9]{2}:[0-9]{2})");
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  static ExpirationBody of(Body body) {
    return new ExpirationBody(
        day(body.text("expect_expiration_date")), zone(body.text("time_zone")));
  }

  SetExpiration command(UUID vaultId) {
    return new SetExpiration(vaultId, day.toString(), day.atTime(LAST_SECOND).toInstant(zone));
  }

  private static LocalDate day(String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw ApiException.invalid("expect_expiration_date must be a day such as 2030-12-31.");
  }

  private static ZoneOffset zone(String text) {
    Matcher zone = ZONE.matcher(text);
    try {
      if (zone.matches()) {
        return ZoneOffset.of(zone.group(1));
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw ApiException.invalid("time_zone must be an offset such as UTC+08:00.");
  }
}

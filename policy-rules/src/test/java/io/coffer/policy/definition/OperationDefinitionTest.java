package io.coffer.policy.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.policy.InvalidPolicyException;
import io.coffer.policy.retention.RetentionRules;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationDefinitionTest {

  private static final String AT = "policy.operation_definition";

  @Test
  void keepsEverythingWhereNothingIsSet() {
    assertThat(parse("{}"))
        .isEqualTo(
            new OperationDefinition(
                RetentionRules.permanent(), -1, Optional.empty(), Optional.empty(), false));
    assertThat(parse("{'max_backups':-1,'retention_duration_days':-1,'timezone':null}"))
        .isEqualTo(parse("{}"));
  }

  @Test
  void readsEveryField() {
    assertThat(
            parse(
                "{'max_backups':2,'day_backups':3,'week_backups':4,'month_backups':5,"
                    + "'year_backups':6,'timezone':'UTC-03:30','full_backup_interval':7,"
                    + "'destination_project_id':'p','destination_region':'eu-1',"
                    + "'enable_acceleration':true}"))
        .isEqualTo(
            new OperationDefinition(
                new RetentionRules(2, 3, 4, 5, 6, -1, ZoneOffset.ofHoursMinutes(-3, -30)),
                7,
                Optional.of("p"),
                Optional.of("eu-1"),
                true));
  }

  @Test
  void takesCountersThatLimitNothingBesideDays() {
    assertThat(
            parse(
                    "{'retention_duration_days':30,'max_backups':-1,'day_backups':0,"
                        + "'week_backups':0,'month_backups':0,'year_backups':0,"
                        + "'timezone':'UTC+08:00','full_backup_interval':-1}")
                .retention())
        .isEqualTo(new RetentionRules(-1, 0, 0, 0, 0, 30, ZoneOffset.UTC));
  }

  @Test
  void keepsEverythingWhereOnlyLongTermCountersAreSet() {
    assertThat(parse("{'day_backups':3,'timezone':'UTC'}").retention().byQuantity()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'max_backups':0",
        "'max_backups':1",
        "'day_backups':1,'timezone':'UTC'",
        "'week_backups':1,'timezone':'UTC'",
        "'month_backups':1,'timezone':'UTC'",
        "'year_backups':1,'timezone':'UTC'"
      })
  void refusesTimeAndQuantityTogether(String quantity) {
    refused(
        "{'retention_duration_days':1," + quantity + "}",
        "retention_duration_days cannot be configured together with max_backups, day_backups,"
            + " week_backups, month_backups or year_backups.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"day_backups", "week_backups", "month_backups", "year_backups"})
  void demandsATimezoneWithEachLongTermCounter(String counter) {
    String rest =
        "timezone is mandatory with day_backups, week_backups, month_backups or year_backups,"
            + " for example UTC+08:00.";
    refused("{'max_backups':1,'" + counter + "':1}", rest);
    refused("{'max_backups':1,'" + counter + "':1,'timezone':'Asia/Shanghai'}", rest);
    assertThat(parse("{'max_backups':1,'" + counter + "':0,'timezone':'Asia/Shanghai'}"))
        .isEqualTo(parse("{'max_backups':1}"));
  }

  @Test
  void allowsZeroBackupsOnlyBesideLongTermCounters() {
    refused(
        "{'max_backups':0}",
        "max_backups may be 0 only with day_backups, week_backups, month_backups or year_backups:"
            + " no backup would be kept.");
    assertThat(parse("{'max_backups':0,'year_backups':1,'timezone':'UTC'}").retention())
        .isEqualTo(new RetentionRules(0, 0, 0, 0, 1, -1, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "max_backups, -1, 99999",
    "retention_duration_days, -1, 99999",
    "day_backups, 0, 100",
    "week_backups, 0, 100",
    "month_backups, 0, 100",
    "year_backups, 0, 100",
    "full_backup_interval, -1, 100",
  })
  void boundsEveryNumber(String field, int least, int most) {
    String range = field + " must be " + least + " to " + most + ".";
    refused("{'timezone':'UTC','" + field + "':" + (least - 1) + "}", range);
    refused("{'timezone':'UTC','" + field + "':" + (most + 1) + "}", range);
    parse("{'timezone':'UTC','" + field + "':" + least + "}");
    parse("{'timezone':'UTC','" + field + "':" + most + "}");
    String whole = field + " must be a whole number of " + least + " to " + most + ".";
    refused("{'" + field + "':'1'}", whole);
    refused("{'" + field + "':1.5}", whole);
    refused("{'" + field + "':true}", whole);
    refused("{'" + field + "':99999999999}", whole);
  }

  @Test
  void refusesNoDayAtAll() {
    refused("{'retention_duration_days':0}", "retention_duration_days must be -1 or 1 to 99999.");
  }

  @Test
  void refusesOtherTypes() {
    refused("{'timezone':8}", "timezone must be a text.");
    refused("{'destination_project_id':8}", "destination_project_id must be a text.");
    refused("{'enable_acceleration':'yes'}", "enable_acceleration must be true or false.");
  }

  @Test
  void boundsTheNameOfTheDestinationRegion() {
    String rest =
        "destination_region must have 0 to 255 characters, only letters, digits, underscores and"
            + " hyphens.";
    refused("{'destination_region':'eu 1'}", rest);
    refused("{'destination_region':'" + "a".repeat(256) + "'}", rest);
    assertThat(parse("{'destination_region':'" + "a".repeat(255) + "'}").destinationRegion())
        .isPresent();
    assertThat(parse("{'destination_region':''}").destinationRegion()).contains("");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none, is mandatory.", "null, is mandatory.", "[], must be an object."})
  void isAnObject(String value, String rest) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> OperationDefinition.parse(AT, value == null ? null : json(value)))
        .withMessage(AT + " " + rest);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 0",
    "UTC+08:00, 480",
    "UTC +08:00, 480",
    "UTC-12:00, -720",
    "UTC+14:00, 840",
    "UTC+05:45, 345",
  })
  void readsTimezones(String text, int minutes) {
    assertThat(Timezone.offset(text)).contains(ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "utc",
        "GMT+08:00",
        "UTC+8",
        "UTC+08",
        "UTC+8:00",
        "UTC  +08:00",
        "UTC+08:60",
        "UTC-12:01",
        "UTC+14:01",
        "UTC+99:00",
        " UTC",
        "UTC+0800",
        "UTC ",
        "UTC08:00"
      })
  void refusesTimezonesOfOtherForms(String text) {
    assertThat(Timezone.offset(text)).isEmpty();
  }

  private static void refused(String definition, String rest) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> parse(definition))
        .withMessage(AT + "." + rest)
        .extracting(InvalidPolicyException::error)
        .isEqualTo(CbrError.INVALID_PARAMETER);
  }

  private static OperationDefinition parse(String definition) {
    return OperationDefinition.parse(AT, json(definition));
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}

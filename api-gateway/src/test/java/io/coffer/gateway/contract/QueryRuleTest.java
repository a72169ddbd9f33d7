package io.coffer.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.gateway.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRuleTest {

  private static final Operation OPERATION =
      Documents.asking(
          """
          - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 1000}}
          - {name: offset, in: query, schema: {type: integer, minimum: 0, maximum: 2147483647}}
          - {name: marker, in: query, schema: {type: string, maxLength: 255}}
          - {name: name, in: query, schema: {type: string, maxLength: 255}}
          - {name: id, in: query, schema: {type: array, items: {type: string, maxLength: 255}}}
          - {name: resource_ids, in: query, schema: {type: string, maxLength: 8192}}
          - {name: dec, in: query, schema: {type: boolean}}
          - {name: start_time, in: query, schema: {type: string, format: date-time}}
          - {name: status, in: query, schema: {type: string, enum: [a, b]}}
          - {name: used_percent, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
          - {name: sort, in: query, schema: {type: string, maxLength: 255}, x-keys: [created_at, id]}
          """);

  @Test
  void writesTheQueryAnewForTheOwner() {
    assertThat(
            check(
                "x=1&offset=0&limit=1000&name=a%20b+c%26%C3%A9&id=1&id=2&resource_ids=r1,r2&dec=True"
                    + "&status=a&status=b&sort=created_at:asc,id&start_time=2018-02-01T12:00:00Z"))
        .isEqualTo(
            "?limit=1000&offset=0&name=a+b+c%26%C3%A9&id=1&id=2&resource_ids=r1%2Cr2&dec=true"
                + "&start_time=2018-02-01T12%3A00%3A00Z&status=a&status=b&sort=created_at%3Aasc%2Cid");
    assertThat(check("")).isEmpty();
  }

  @Test
  void takesAnEmptyFilterForNone() {
    assertThat(check("name=&status=&dec=&id&sort=&start_time=")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1001",
        "1000000000",
        "99999999999999999999",
        "abc",
        "1.5",
        "",
        "%201",
        "+1"
      })
  void refusesABadLimit(String limit) {
    assertRefused("limit=" + limit, "limit");
  }

  @ParameterizedTest
  @CsvSource({
    "offset=-1, offset",
    "offset=2147483648, offset",
    "dec=maybe, dec",
    "status=c, status",
    "status=a&status=c, status",
    "start_time=yesterday, start_time",
    "start_time=2018-02-01, start_time",
    "used_percent=0, used_percent",
    "used_percent=101, used_percent",
    "sort=name, sort",
    "sort=id:up, sort",
    "'sort=id,', sort",
    "sort=id:asc:desc, sort",
    "sort=id+:asc, sort",
    "name=%00, name",
    "name=a%0Ab, name",
    "marker=%7F, marker",
  })
  void namesTheParameter(String query, String name) {
    assertRefused(query, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=%", "name=%zz", "name=%C3", "name=%ff", "name=%ED%A0%80"})
  void refusesWhatIsNotEncodedSoundly(String query) {
    assertRefused(query, "The query");
  }

  @Test
  void boundsWhatItReads() {
    assertRefused("name=" + "n".repeat(256), "name");
    assertRefused("id=1&".repeat(1_001), "The query");
  }

  private static String check(String query) {
    return OPERATION.query(QueryParameters.parse(query));
  }

  private static void assertRefused(String query, String name) {
    assertThatThrownBy(() -> check(query))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("BackupService.9900");
              assertThat(refusal.getMessage()).startsWith(name + " ");
            });
  }
}

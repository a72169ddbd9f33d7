package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.rest.Api;

/** The call of the API that shows a bill. */
final class Bills {

  private Bills() {}

  /** The bill of a month such as 2026-02. */
  static JsonNode of(Api api, String month) {
    if (!month.matches("[0-9]{4}-[0-9]{2}")) {
      throw new IllegalArgumentException("A month looks like 2026-02, not like " + month);
    }
    return api.get("/bills/" + month).path("bill");
  }
}

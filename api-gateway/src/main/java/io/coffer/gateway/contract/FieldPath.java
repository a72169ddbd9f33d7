package io.coffer.gateway.contract;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;

/** Where in a request a value stands. Refusals open with it. */
record FieldPath(FieldPath parent, String name, int index) {

  static final FieldPath BODY = new FieldPath(null, "The request body", 0);

  static FieldPath parameter(String name) {
    return new FieldPath(null, name, 0);
  }

  FieldPath field(String field) {
    return this == BODY ? parameter(field) : new FieldPath(this, field, 0);
  }

  FieldPath element(int at) {
    return new FieldPath(this, null, at);
  }

  ApiException refused(CbrError error, String why) {
    return ApiException.of(error, this + " " + why);
  }

  @Override
  public String toString() {
    if (parent == null) {
      return name;
    }
    return name == null ? parent + "[" + index + "]" : parent + "." + name;
  }
}

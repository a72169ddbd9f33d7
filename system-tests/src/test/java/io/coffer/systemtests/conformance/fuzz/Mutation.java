package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils one place of a body. */
final class Mutation {

  private static final int MANY = 300;

  /** A place that can be overwritten. */
  private record Place(JsonNode parent, String name, int index) {

    JsonNode value() {
      return name == null ? parent.path(index) : parent.path(name);
    }

    void set(JsonNode value) {
      if (name == null) {
        ((ArrayNode) parent).set(index, value);
      } else {
        ((ObjectNode) parent).set(name, value);
      }
    }

    void remove() {
      if (name == null) {
        ((ArrayNode) parent).remove(index);
      } else {
        ((ObjectNode) parent).remove(name);
      }
    }
  }

  private Mutation() {}

  static void apply(JsonNode body, Random random) {
    List<Place> places = new ArrayList<>();
    collect(body, places);
    if (places.isEmpty()) {
      return;
    }
    Place place = places.get(random.nextInt(places.size()));
    switch (random.nextInt(8)) {
      case 0 -> place.remove();
      case 1 -> {
        if (place.value() instanceof ArrayNode array && !array.isEmpty()) {
          JsonNode first = array.get(0);
          while (array.size() < MANY) {
            array.add(first.deepCopy());
          }
        } else {
          place.set(HostileValues.json(random));
        }
      }
      case 2 -> {
        if (place.value() instanceof ObjectNode object) {
          object.set(HostileValues.text(random), HostileValues.json(random));
        } else {
          place.set(HostileValues.json(random));
        }
      }
      default -> place.set(HostileValues.json(random));
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(name -> places.add(new Place(node, name, -1)));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        places.add(new Place(node, null, i));
      }
    }
    node.forEach(child -> collect(child, places));
  }
}

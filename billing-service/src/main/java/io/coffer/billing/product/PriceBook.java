package io.coffer.billing.product;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** All prices of all times. Pure: the same question has the same answer for ever. */
public final class PriceBook {

  private final Map<String, CurrencyUnit> currencies;
  private final List<Price> prices;
  private final Map<Key, List<Price>> byKey;

  private record Key(String region, String specCode, Period period) {
    static Key of(Price price) {
      return new Key(price.region(), price.specCode(), price.period());
    }
  }

  PriceBook(Map<String, CurrencyUnit> currencies, List<Price> prices) {
    this.currencies = Map.copyOf(currencies);
    this.prices = List.copyOf(prices);
    this.byKey = prices.stream().collect(groupingBy(Key::of));
  }

  /** What a unit costs in a region at a moment; empty where it is not sold. */
  public Optional<Price> price(String region, String specCode, Period period, Instant moment) {
    return byKey.getOrDefault(new Key(region, specCode, period), List.of()).stream()
        .filter(price -> price.holds(moment))
        .findFirst();
  }

  /** What is paid with in a region; empty where nothing is sold. */
  public Optional<CurrencyUnit> currency(String region) {
    return Optional.ofNullable(currencies.get(region));
  }

  /** All prices, in the order of the files. */
  public List<Price> prices() {
    return prices;
  }
}

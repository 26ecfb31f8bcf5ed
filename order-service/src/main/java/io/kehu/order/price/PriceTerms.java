package io.kehu.order.price;

import java.time.LocalDate;
import java.util.Set;

/**
 * What decides, besides the product and its quantity, which price lists apply.
 *
 * @param date the date of the order
 * @param tags the tags of the customer
 */
public record PriceTerms(LocalDate date, Set<String> tags) {
}

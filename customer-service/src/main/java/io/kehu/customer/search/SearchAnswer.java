package io.kehu.customer.search;

import java.util.List;

/**
 * What was found, the best matches first.
 *
 * @param truncated whether there are more matches than are listed
 */
record SearchAnswer(List<SearchHit> items, boolean truncated) {
}

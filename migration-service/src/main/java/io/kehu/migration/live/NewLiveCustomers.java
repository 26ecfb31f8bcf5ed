package io.kehu.migration.live;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the live customers as a data set.
 *
 * @param name what people shall call it
 */
record NewLiveCustomers(@Nullable @Size(min = 1, max = 255) String name) {
}

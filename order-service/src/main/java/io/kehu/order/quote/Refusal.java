package io.kehu.order.quote;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The request to reject or to decline a quote.
 *
 * @param reason why
 */
record Refusal(@Nullable @Size(min = 1, max = 500) String reason) {
}

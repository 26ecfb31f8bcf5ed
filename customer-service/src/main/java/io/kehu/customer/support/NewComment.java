package io.kehu.customer.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A comment to be added to a case.
 */
record NewComment(@NotBlank @Size(max = 20_000) String text, @NotNull CommentVisibility visibility) {
}

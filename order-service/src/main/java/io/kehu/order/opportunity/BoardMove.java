package io.kehu.order.opportunity;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A move on the board.
 *
 * @param stage the key of a stage of the opportunity's pipeline
 * @param after the opportunity of that stage that it is to follow, or null
 * @param before the opportunity of that stage that it is to precede, or null; without
 * both it becomes the last one
 */
record BoardMove(@NotNull @Size(max = 60) String stage, @Nullable UUID after, @Nullable UUID before) {
}

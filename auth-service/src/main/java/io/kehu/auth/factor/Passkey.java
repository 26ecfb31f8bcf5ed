package io.kehu.auth.factor;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param id what it is removed by
 * @param label the name that its owner gave it
 */
record Passkey(String id, String label, @Nullable Instant created, @Nullable Instant lastUsed) {
}

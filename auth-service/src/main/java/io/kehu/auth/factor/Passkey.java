package io.kehu.auth.factor;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A passkey as shown to its owner.
 *
 * @param id the id by which it can be removed
 * @param label the name that its owner chose
 */
record Passkey(String id, String label, @Nullable Instant created, @Nullable Instant lastUsed) {
}

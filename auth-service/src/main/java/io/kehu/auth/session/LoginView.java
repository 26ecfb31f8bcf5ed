package io.kehu.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A login that goes on.
 *
 * @param device the browser and the system, as far as they tell
 * @param address the network address that it was last used from
 * @param clients the names of the programs that were granted something in it
 * @param current whether it is the one with which this is asked
 */
public record LoginView(UUID id, Instant startedAt, Instant lastSeenAt, String device, String address,
		List<String> clients, boolean current) {
}

package io.kehu.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An active login.
 *
 * @param device the browser and operating system, as far as known
 * @param address the network address of the last use
 * @param clients the names of the clients that were granted something in it
 * @param current whether it is the login of this request
 */
public record LoginView(UUID id, Instant startedAt, Instant lastSeenAt, String device, String address,
		List<String> clients, boolean current) {
}

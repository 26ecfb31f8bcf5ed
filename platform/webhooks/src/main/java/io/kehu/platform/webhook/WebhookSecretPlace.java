package io.kehu.platform.webhook;

import java.util.UUID;

import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import org.jspecify.annotations.Nullable;

/**
 * Seals the secrets of webhooks again after a change of the keys.
 */
final class WebhookSecretPlace implements SealedPlace {

	private static final String SELECT = "select id, secret, former_secret from webhook where id > ? order by id";

	private static final String UPDATE = "update webhook set secret = ?, former_secret = nullif(?, '') where id = ? and secret = ?";

	private final SealedRows rows;

	private final WebhookStore store;

	WebhookSecretPlace(SealedRows rows, WebhookStore store) {
		this.rows = rows;
		this.store = store;
	}

	@Override
	public String name() {
		return "webhook.secret";
	}

	@Override
	public long seal() {
		return this.rows.seal(new SealedRows.Walk<>(SELECT,
				(row, number) -> new Secrets(row.getObject("id", UUID.class), row.getString("secret"),
						row.getString("former_secret")),
				(row) -> new Object[] { row.id() }, UPDATE, this::change), new UUID(0, 0));
	}

	private Object @Nullable [] change(Secrets row) {
		if (!this.store.isOutdated(row.secret()) && !this.store.isOutdated(row.former())) {
			return null;
		}
		String former = (row.former() != null) ? this.store.resealed(row.id(), row.former()) : "";
		return new Object[] { this.store.resealed(row.id(), row.secret()), former, row.id(), row.secret() };
	}

	private record Secrets(UUID id, String secret, @Nullable String former) {
	}

}

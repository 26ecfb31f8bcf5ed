package io.kehu.auth.client;

import java.util.Collection;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Grantable;
import io.kehu.platform.record.RecordLookup;
import org.jspecify.annotations.Nullable;

/**
 * The roles, teams and permissions that a chunk of clients refers to. A client is
 * identified only by its id, so each line creates a new one.
 */
final class ClientLookup implements RecordLookup<ClientDetails, ApiClient> {

	private final Grantable grantable;

	private ClientLookup(Grantable grantable) {
		this.grantable = grantable;
	}

	static ClientLookup of(Catalogue catalogue, Collection<ClientDetails> details) {
		return new ClientLookup(
				catalogue.find(details.stream().flatMap((one) -> one.roles().stream()).distinct().toList(),
						details.stream().flatMap((one) -> one.teamIds().stream()).distinct().toList()));
	}

	@Override
	public @Nullable ApiClient find(ClientDetails details) {
		return null;
	}

	@Override
	public void check(ClientDetails details, @Nullable ApiClient client) {
		this.grantable.check(details.roles(), details.teamIds());
		this.grantable.check(details.grants());
	}

	@Override
	public void add(ApiClient client) {
		// It cannot be meant by another line
	}

}

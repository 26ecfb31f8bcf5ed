package io.kehu.auth.factor;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/**
 * Maps users to passkey owners. Nothing is stored: the owner's handle is the user's id.
 */
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

	private static final int ID_BYTES = 2 * Long.BYTES;

	private final Accounts accounts;

	PasskeyUsers(Accounts accounts) {
		this.accounts = accounts;
	}

	static Bytes entityId(UUID userId) {
		return new Bytes(ByteBuffer.allocate(ID_BYTES)
			.putLong(userId.getMostSignificantBits())
			.putLong(userId.getLeastSignificantBits())
			.array());
	}

	/**
	 * Returns the user id of a handle.
	 * @throws IllegalArgumentException if it isn't one
	 */
	static UUID userId(Bytes entityId) {
		ByteBuffer buffer = ByteBuffer.wrap(entityId.getBytes());
		if (buffer.remaining() != ID_BYTES) {
			throw new IllegalArgumentException("Not the id of a user");
		}
		return new UUID(buffer.getLong(), buffer.getLong());
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
		return entity(this.accounts.find(userId(id)));
	}

	/** Called for the current user, whose name is the id. */
	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
		return entity(this.accounts.find(UUID.fromString(id)));
	}

	@Override
	public void save(PublicKeyCredentialUserEntity entity) {
		throw new UnsupportedOperationException("There is no such user: " + entity.getName());
	}

	@Override
	public void delete(Bytes id) {
		throw new UnsupportedOperationException("Users are deleted elsewhere");
	}

	private static @Nullable PublicKeyCredentialUserEntity entity(Optional<Account> account) {
		return account
			.map((found) -> ImmutablePublicKeyCredentialUserEntity.builder()
				.id(entityId(found.id()))
				.name(found.username())
				.displayName(found.displayName())
				.build())
			.orElse(null);
	}

}

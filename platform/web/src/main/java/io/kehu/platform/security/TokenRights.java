package io.kehu.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Determines the rights that a token contains or refers to. Rights that it refers to by
 * their digest never change, so they are read once and kept. Since the digest is signed,
 * they are as trustworthy as those in the token, wherever they come from.
 */
final class TokenRights {

	/** The number of names and ids to keep, some 20 MB. */
	private static final long MOST = 200_000;

	private static final Duration UNUSED = Duration.ofMinutes(15);

	private final JsonMapper json = JsonMapper.shared();

	private final Cache<String, Content> known = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((String digest, Content content) -> content.size())
		.expireAfterAccess(UNUSED)
		.build();

	private final RightsSource source;

	TokenRights(RightsSource source) {
		this.source = source;
	}

	/**
	 * Returns the authentication for a verified token.
	 * @throws InvalidBearerTokenException if the claims do not describe a caller
	 * @throws AuthenticationServiceException if the rights cannot be read at the moment
	 */
	CallerAuthentication authenticate(Jwt token) {
		try {
			String digest = token.getClaimAsString(RightsSource.CLAIM);
			return CallerAuthentication.of(token, (digest != null) ? referred(token, digest) : contained(token));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidBearerTokenException("The token's claims do not name a caller", ex);
		}
	}

	private static Content contained(Jwt token) {
		return Content.of(token.getClaimAsStringList("roles"), token.getClaimAsStringList("permissions"),
				token.getClaimAsStringList("teams"));
	}

	private Content referred(Jwt token, String digest) {
		try {
			return Objects.requireNonNull(this.known.get(digest, (missing) -> read(token, missing)));
		}
		catch (UncheckedIOException ex) {
			throw new AuthenticationServiceException("The rights of the caller cannot be read", ex);
		}
	}

	private Content read(Jwt token, String digest) {
		try {
			String content = this.source.find(token);
			if (content == null || !Sha256.base64UrlOf(content).equals(digest)) {
				throw new InvalidBearerTokenException("The token refers to unknown rights");
			}
			Written written = this.json.readValue(content, Written.class);
			return Content.of(written.roles(), written.permissions(), written.teams());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JacksonException ex) {
			throw new InvalidBearerTokenException("The token refers to rights that cannot be read", ex);
		}
	}

	/** The rights in the form of the claims. */
	private record Written(@Nullable List<String> roles, @Nullable List<String> permissions,
			@Nullable List<String> teams) {
	}

	/**
	 * The rights of a caller.
	 */
	record Content(Set<String> roles, Set<String> permissions, Set<UUID> teams) {

		static Content of(@Nullable Collection<String> roles, @Nullable Collection<String> permissions,
				@Nullable Collection<String> teams) {
			Set<UUID> ids = new LinkedHashSet<>();
			orNone(teams).forEach((team) -> ids.add(UUID.fromString(team)));
			return new Content(Set.copyOf(orNone(roles)), Set.copyOf(orNone(permissions)),
					Collections.unmodifiableSet(ids));
		}

		private static Collection<String> orNone(@Nullable Collection<String> values) {
			return (values != null) ? values : List.of();
		}

		int size() {
			return 1 + this.roles.size() + this.permissions.size() + this.teams.size();
		}

	}

}

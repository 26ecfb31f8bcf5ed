package io.kehu.platform.security;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
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

	/** How long a failed reading is not repeated. */
	private static final Duration UNREADABLE = Duration.ofSeconds(1);

	/** A reading takes less, see {@link PublishedRights}. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final AsyncCache<String, Content> known = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((String digest, Content content) -> content.size())
		.expireAfterAccess(UNUSED)
		.buildAsync();

	private final Cache<String, IOException> unreadable;

	private final RightsSource source;

	TokenRights(RightsSource source, Ticker ticker) {
		this.source = source;
		this.unreadable = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(UNREADABLE).ticker(ticker).build();
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

	/**
	 * Reads rights once for all requests that arrive meanwhile, and without making those
	 * wait that need other rights. The failure of another caller's token says nothing
	 * about this one.
	 */
	private Content referred(Jwt token, String digest) {
		while (true) {
			IOException failed = this.unreadable.getIfPresent(digest);
			if (failed != null) {
				throw unreadable(failed);
			}
			CompletableFuture<Content> own = new CompletableFuture<>();
			CompletableFuture<Content> shared = this.known.asMap().putIfAbsent(digest, own);
			if (shared == null) {
				return read(token, digest, own);
			}
			try {
				return shared.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof IOException cause) {
					throw unreadable(cause);
				}
			}
			catch (TimeoutException ex) {
				throw unreadable(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw unreadable(ex);
			}
		}
	}

	private static AuthenticationServiceException unreadable(Exception cause) {
		return new AuthenticationServiceException("The rights of the caller cannot be read", cause);
	}

	private Content read(Jwt token, String digest, CompletableFuture<Content> result) {
		try {
			Content content = read(token, digest);
			result.complete(content);
			return content;
		}
		catch (IOException ex) {
			this.unreadable.put(digest, ex);
			result.completeExceptionally(ex);
			throw unreadable(ex);
		}
		catch (RuntimeException ex) {
			result.completeExceptionally(ex);
			throw ex;
		}
	}

	private Content read(Jwt token, String digest) throws IOException {
		String content = this.source.find(token);
		if (content == null || !Sha256.base64UrlOf(content).equals(digest)) {
			throw new InvalidBearerTokenException("The token refers to unknown rights");
		}
		try {
			Written written = this.json.readValue(content, Written.class);
			return Content.of(written.roles(), written.permissions(), written.teams());
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
	 * The rights of a caller, with one authority for each permission whatever its scope.
	 */
	record Content(Set<String> roles, Set<String> permissions, Set<UUID> teams, List<GrantedAuthority> authorities) {

		static Content of(@Nullable Collection<String> roles, @Nullable Collection<String> permissions,
				@Nullable Collection<String> teams) {
			Set<UUID> ids = new LinkedHashSet<>();
			orNone(teams).forEach((team) -> ids.add(UUID.fromString(team)));
			return new Content(Set.copyOf(orNone(roles)), Set.copyOf(orNone(permissions)),
					Collections.unmodifiableSet(ids), authorities(orNone(permissions)));
		}

		private static List<GrantedAuthority> authorities(Collection<String> permissions) {
			return permissions.stream()
				.map(Content::action)
				.distinct()
				.<GrantedAuthority>map(SimpleGrantedAuthority::new)
				.toList();
		}

		private static String action(String permission) {
			int scope = permission.indexOf(':', permission.indexOf(':') + 1);
			return (scope > 0) ? permission.substring(0, scope) : permission;
		}

		private static Collection<String> orNone(@Nullable Collection<String> values) {
			return (values != null) ? values : List.of();
		}

		int size() {
			return 1 + this.roles.size() + this.permissions.size() + this.teams.size();
		}

	}

}

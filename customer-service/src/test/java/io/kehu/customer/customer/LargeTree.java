package io.kehu.customer.customer;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.kehu.platform.digest.Sha256;
import io.kehu.platform.security.RightsSource;
import io.kehu.platform.test.token.TestToken;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The rights of a member of a team with ten thousand teams below it, three of which have
 * customers.
 */
@TestComponent
class LargeTree implements RightsSource {

	private static final String RIGHTS = LongStream.range(0, 10_000)
		.mapToObj((number) -> "\"" + new UUID(0, (number < 3) ? 0x5001 + number : 0x7000_0000 + number) + "\"")
		.collect(Collectors.joining(",", "{\"permissions\":[\"customer:read:team\"],\"teams\":[", "]}"));

	static TestToken token(UUID user) {
		return TestToken.user(user).claim("permissions", null).claim(CLAIM, Sha256.base64UrlOf(RIGHTS));
	}

	@Override
	public String find(Jwt token) {
		return RIGHTS;
	}

}

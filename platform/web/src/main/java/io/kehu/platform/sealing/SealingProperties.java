package io.kehu.platform.sealing;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that seal values, from the environment or a file. Each is a number, a colon
 * and 32 random bytes in Base64, for example {@code 1:…}. The first of a list is used to
 * write, all of them to read.
 *
 * @param keys the keys that encrypt
 * @param indexKeys the keys of the indexes by which encrypted values are found
 */
@ConfigurationProperties("kehu.sealing")
record SealingProperties(@DefaultValue List<String> keys, @DefaultValue List<String> indexKeys) {
}

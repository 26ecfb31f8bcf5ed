package io.kehu.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for HTTP requests.
 *
 * @param maximumBody the maximum size of a request body that is not streamed
 */
@ConfigurationProperties("kehu.web")
record WebProperties(DataSize maximumBody) {
}

package io.kehu.platform.web;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for HTTP requests.
 *
 * @param maximumBody the maximum size of a request body that is not streamed
 * @param streams path patterns of requests with streamed bodies, in addition to bulk
 * loads
 */
@ConfigurationProperties("kehu.web")
record WebProperties(@DefaultValue("1MB") DataSize maximumBody, @DefaultValue List<String> streams) {
}

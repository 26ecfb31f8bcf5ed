package io.kehu.platform.web;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP side.
 *
 * @param maximumBody the largest body that is taken, save for streams
 * @param streams patterns of the paths whose bodies are streamed, besides bulk loads
 */
@ConfigurationProperties("kehu.web")
record WebProperties(@DefaultValue("1MB") DataSize maximumBody, @DefaultValue List<String> streams) {
}

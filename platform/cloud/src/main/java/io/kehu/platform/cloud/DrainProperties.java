package io.kehu.platform.cloud;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a stopping process goes on answering.
 *
 * @param drain how long callers get to learn from the registry that it leaves
 */
@ConfigurationProperties("kehu.stop")
record DrainProperties(@DefaultValue("3s") Duration drain) {

}

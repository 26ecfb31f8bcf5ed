package io.kehu.platform.record;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the current state of all records is published.
 *
 * @param republish the name of the occasion, for example of a restore; empty for none
 */
@ConfigurationProperties("kehu.events")
record RepublicationProperties(@DefaultValue("") String republish) {
}

package io.kehu.migration.connection;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service may connect to.
 *
 * @param allowedHosts names and addresses of hosts, networks such as 10.1.0.0/16, or *
 * for all but this machine; none by default. Link-local addresses and those of metadata
 * services are never allowed.
 */
@ConfigurationProperties("kehu.migration.connections")
record ConnectionProperties(@DefaultValue List<String> allowedHosts) {
}

/**
 * Real PostgreSQL, Kafka, Redis and MariaDB as child processes, from artifacts on Maven
 * Central.
 */
@NullMarked
package io.kehu.platform.embedded;

import org.jspecify.annotations.NullMarked;

/**
 * The whole system on one machine: its topology, and how it is started, monitored and
 * stopped.
 */
@NullMarked
package io.kehu.deploy.local.system;

import org.jspecify.annotations.NullMarked;

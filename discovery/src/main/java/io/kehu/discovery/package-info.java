/**
 * The service registry, which lists the addresses of all instances.
 */
@NullMarked
package io.kehu.discovery;

import org.jspecify.annotations.NullMarked;

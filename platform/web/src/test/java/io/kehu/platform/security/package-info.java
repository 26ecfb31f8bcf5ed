/**
 * Tests of the resource server that every service is.
 */
@NullMarked
package io.kehu.platform.security;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.kehu.deploy.local.system;

import org.jspecify.annotations.NullMarked;

import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

/** A part of a path that is parsed to more than text. Swagger sees the parsed type, so the text of the path is declared. */
export function PathParam(name: string, pipe: PipeTransform): ParameterDecorator {
  return (target, method, index) => {
    Param(name, pipe)(target, method, index);
    const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
    if (method && descriptor) ApiParam({ name, type: String })(target, method, descriptor);
  };
}

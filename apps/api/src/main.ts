import { NestFactory } from '@nestjs/core';
import { Module, Controller, Get } from '@nestjs/common';
import { x } from '@tandem/money';
@Controller() class C { @Get() a(): number { return x; } }
@Module({ controllers: [C] }) class M {}
async function main(): Promise<void> { const app = await NestFactory.create(M); await app.listen(0); await app.close(); }
void main();
